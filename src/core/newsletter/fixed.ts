/** What a line is by its wording alone, whatever stands around it. */
export const Fixed = { None: 0, Jump: 1, Byline: 2, Furniture: 3, Signature: 4, Issue: 5, Verse: 6, Table: 7 } as const;
