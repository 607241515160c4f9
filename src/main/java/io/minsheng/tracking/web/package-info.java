/** Pages of tracking. */
package io.minsheng.tracking.web;
