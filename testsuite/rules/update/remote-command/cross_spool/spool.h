#define SPOOL "/var/spool/sensord/tick"
int spool_line(const char *text);
