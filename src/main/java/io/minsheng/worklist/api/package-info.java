/** /api/v1/tasks: list, claim, release, complete, in bulk. */
package io.minsheng.worklist.api;
