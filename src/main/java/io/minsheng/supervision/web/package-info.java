/** The pages of a supervision: notice, reply and interview, and the notice on paper. */
package io.minsheng.supervision.web;
