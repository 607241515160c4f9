/**
 * Many suggestions at once, in a spreadsheet: reading it within limits, showing every error by row and column, registering each
 * good row as a case of its own, once and for all.
 */
package io.minsheng.intake.desk.sheet;
