/** A name that steers a terminal, if it is let. */
export const hostileText = 'a\u001b[2Jb\u0007\u202ec\nd';
