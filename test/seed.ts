import fc from 'fast-check';

/**
 * The seed of every property that names none. It is fixed, so that what fails here fails everywhere; new ones are tried with
 * the environment variable, and by `npm run fuzz`.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['POLICY_NEWSLETTER_SEED'] ?? 20261125) });
