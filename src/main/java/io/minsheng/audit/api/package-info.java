/** The audit log for programs. */
package io.minsheng.audit.api;
