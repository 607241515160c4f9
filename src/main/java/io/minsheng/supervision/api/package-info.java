/** Supervisions for programs; their tasks are completed like all tasks. */
package io.minsheng.supervision.api;
