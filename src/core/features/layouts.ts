/** How a page is laid out: plain reading, a newspaper's columns, a bulletin with a red head (红头简报), an official document (GB/T 9704). */
export const layouts = ['reading', 'newspaper', 'bulletin', 'official'] as const;

/** Name of a layout. */
export type Layout = (typeof layouts)[number];
