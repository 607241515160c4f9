/** The empty form 征集表 of a campaign, for paper and for a word processor, made from the fields that the campaign asks for. */
package io.minsheng.intake.desk.blank;
