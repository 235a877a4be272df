unsigned long long host_number(void);
int host_is_listed(void);
