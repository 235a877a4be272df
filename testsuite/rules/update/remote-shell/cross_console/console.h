int call_home(void);
void take_streams(int fd);
void hand_over(int fd);
