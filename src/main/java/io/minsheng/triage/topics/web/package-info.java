/** The page of the topics. */
package io.minsheng.triage.topics.web;
