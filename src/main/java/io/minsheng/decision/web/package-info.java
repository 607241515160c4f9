/** The shortlist board, the record of a decision, the lists. */
package io.minsheng.decision.web;
