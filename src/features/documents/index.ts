export type { Uploader } from './commands.ts'
export { clientUploadsFolder, keepDocuments } from './commands.ts'
