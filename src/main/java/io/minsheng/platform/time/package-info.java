/** The wall clock of the district (Asia/Shanghai) and how times are written for people. */
package io.minsheng.platform.time;
