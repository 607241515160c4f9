/** The Chinese working calendar with 调休: working days, due dates, lights, and the import of a year's exceptions. */
package io.minsheng.calendar;
