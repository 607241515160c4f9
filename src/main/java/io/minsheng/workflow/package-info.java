/**
 * The procedure: starts processes, delivers messages, keeps the list of work items and completes them. The only package (with
 * its subpackages) that knows the engine; features see steps, completions, subjects and deadlines.
 */
package io.minsheng.workflow;
