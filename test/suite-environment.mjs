/** First thing in every test file: what its suite tells it. Jest gives each file a copy of process.env of its own. */
Object.assign(process.env, globalThis.minyiSuite?.env);
