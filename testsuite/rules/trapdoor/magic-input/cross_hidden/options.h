extern int level, unlocked;

int take_option(const char *option);
int run_job(const char *job);
