/** Calls of the office about projects. */
package io.minsheng.implementation.api;
