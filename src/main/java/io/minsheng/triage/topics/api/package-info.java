/** /api/v1/topics. */
package io.minsheng.triage.topics.api;
