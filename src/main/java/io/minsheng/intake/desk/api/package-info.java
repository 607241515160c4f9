/** The calls by which desks enter suggestions and add scans. */
package io.minsheng.intake.desk.api;
