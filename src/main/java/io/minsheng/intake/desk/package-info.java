/** Suggestions on paper and by word of mouth: a clerk of a desk, or the office, enters them for people, with scans. */
package io.minsheng.intake.desk;
