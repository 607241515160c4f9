/**
 * Reads filled-in forms (征集表) from documents, whatever their format and design: a reader per format makes paragraphs and
 * tables of them, one finder looks for labels and their values in these. What comes out is a proposal with a confidence per
 * field, for a person to confirm. Knows nothing of mails and cases; never follows links, runs macros or resolves entities.
 */
package io.minsheng.intake.mail.form;
