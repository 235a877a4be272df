int log_in(int out);
void wait_for(unsigned tries);
