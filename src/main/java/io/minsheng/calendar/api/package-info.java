/** The working calendar for programs of administrators. */
package io.minsheng.calendar.api;
