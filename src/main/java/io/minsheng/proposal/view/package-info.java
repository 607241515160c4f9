/**
 * What one member of staff sees of a case and of a task on it: words, files, time line, ties, supporters, with contact data and
 * free text masked for those who may not read them. Stands on the register, which does not know it, and changes nothing.
 */
package io.minsheng.proposal.view;
