/** 分类整理: what becomes of a suggestion that came in: accepted, asked back, referred or rejected. */
package io.minsheng.triage;
