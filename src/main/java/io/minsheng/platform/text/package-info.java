/** Texts that people write: cleaning, length rules, masking of personal data. */
package io.minsheng.platform.text;
