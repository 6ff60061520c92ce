/** Where files go that are sent with forms. */
export interface UploadOptions {
  /**
   * A folder for files of more than 1 MiB while they are read; it is made when it is missing, for this user alone. Relative
   * to the working directory of the server. Default: a folder of this user in the system's folder for temporary files.
   */
  readonly dir?: string;
}
