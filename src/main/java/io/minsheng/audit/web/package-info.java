/** The audit log for people. */
package io.minsheng.audit.web;
