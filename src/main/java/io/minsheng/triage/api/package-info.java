/** What triage is proposed, as JSON. */
package io.minsheng.triage.api;
