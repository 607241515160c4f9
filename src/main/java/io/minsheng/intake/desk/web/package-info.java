/** Pages of the desks: entry form, receipt for paper, the desk's own cases. */
package io.minsheng.intake.desk.web;
