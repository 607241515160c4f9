/** 评估论证: rounds in which departments give their opinions side by side, and what the office concludes from them. */
package io.minsheng.evaluation;
