/** The ids that tie the search to the line it chooses. */
export const listId = 'door-list'
export const lineId = (key: string): string => `door-line-${key}`
