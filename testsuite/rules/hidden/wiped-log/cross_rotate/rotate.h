#ifndef ROTATE_H
#define ROTATE_H

#define LOG_FILE "/var/log/plantd.log"

int log_line(const char *text);
int log_rotate(void);

#endif
