/** The working calendar for administrators. */
package io.minsheng.calendar.web;
