/** Calls of tracking. */
package io.minsheng.tracking.api;
