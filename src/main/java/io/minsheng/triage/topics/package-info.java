/** 热点: groups of suggestions that want the same, with who, where and when; found in the background as cases come in. */
package io.minsheng.triage.topics;
