declare const ADD_ON_VERSION: string;

/** That of package.json, put in by the build. */
export const VERSION: string = ADD_ON_VERSION;
