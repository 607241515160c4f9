/** Pages on which departments evaluate and the office concludes. */
package io.minsheng.evaluation.web;
