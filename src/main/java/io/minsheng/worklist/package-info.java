/** The work list: which tasks a person may work on or oversee, with their lights; reads the work items of {@code workflow}. */
package io.minsheng.worklist;
