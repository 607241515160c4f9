/** The triage page. */
package io.minsheng.triage.web;
