/** Query parameter that names the carried result on the page arrived at. */
export const RESULT_QUERY = '_result';
