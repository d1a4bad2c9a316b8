/** The running timer and what a person waits for, or everything else: the first never waits behind the second. */
export type Lane = 'interactive' | 'background'
