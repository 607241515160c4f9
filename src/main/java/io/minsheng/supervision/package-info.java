/**
 * 督办: what the chief does about departments that stay overdue after a reminder. A numbered notice, a written reply, and, when
 * that is overdue as well, the proposal of an interview that a leader decides. Nothing here is automatic but the proposals.
 */
package io.minsheng.supervision;
