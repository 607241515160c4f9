/**
 * Draws a process model as SVG on the server, from the model's own diagram data, with the current step highlighted. Knows
 * nothing of cases: callers say which activities are current and which were visited.
 */
package io.minsheng.workflow.picture;
