/** Steps of the case's process around triage. */
package io.minsheng.triage.process;
