/** The embedded engine: its configuration in our transactions, deployment of the models, job executor, task listeners. */
package io.minsheng.workflow.engine;
