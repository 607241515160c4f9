/** 建议: a suggestion from its registration to its end: stages, author, time line, attachments, numbers and query codes. */
package io.minsheng.proposal;
