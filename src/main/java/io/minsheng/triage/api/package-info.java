/** What triage is proposed and what it starts from, as JSON. */
package io.minsheng.triage.api;
