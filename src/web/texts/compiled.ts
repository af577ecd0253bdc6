/** Stands in for the parser of messages in the browser (alias in vite.config.ts): the build has compiled them. */
export const compileMessage = (message: string) => message
