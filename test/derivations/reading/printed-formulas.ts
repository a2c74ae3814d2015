/** Formulas in the style of public notes, with the verdict that is due. */
export const printedFormulas: readonly (readonly [holds: boolean, tex: string])[] = [
  [
    true,
    String.raw`\log p_\theta(x) = \mathbb{E}_{q_\phi(z|x)}\left[\log \frac{p_\theta(x,z)}{q_\phi(z|x)}\right] + D_{KL}\left(q_\phi(z|x) \,\|\, p_\theta(z|x)\right)`,
  ],
  [
    true,
    String.raw`\log p_{\theta}(\mathbf{x}) \geq \mathcal{L}(\theta, \phi; \mathbf{x}) = \mathbb{E}_{q_{\phi}(\mathbf{z} \mid \mathbf{x})}[\log p_{\theta}(\mathbf{x} \mid \mathbf{z})] - \mathrm{KL}\left(q_{\phi}(\mathbf{z} \mid \mathbf{x}) \parallel p(\mathbf{z})\right)`,
  ],
  [
    false,
    String.raw`D_{KL}(\mathcal{N}(\mu,\sigma^2) \Vert \mathcal{N}(0,1)) = \frac{1}{2}(\mu^2 + \sigma^2 + \log\sigma^2 - 1)`,
  ],
  [true, String.raw`\text{ELBO}(q) = \mathbb{E}_q[\log p(z,x)] - \mathbb{E}_q[\log q(z)]`],
  [
    true,
    String.raw`\mathrm{KL}(q(z)\|p(z|x)) = \mathbb{E}_q[\log q(z)] - \mathbb{E}_q[\log p(z,x)] + \log p(x)`,
  ],
  [
    false,
    String.raw`\mathrm{KL}(q(z)\|p(z|x)) = \mathbb{E}_q[\log q(z)] - \mathbb{E}_q[\log p(z,x)] - \log p(x)`,
  ],
  [
    true,
    String.raw`\log p(x) = \log \int p(x,z)\,dz = \log \int q(z)\frac{p(x,z)}{q(z)}\,dz \ge \int q(z)\log\frac{p(x,z)}{q(z)}\,dz`,
  ],
  [
    true,
    String.raw`\mathcal{L} = \mathbb{E}_{z\sim q(z|x)}[\log p(x|z)] - D_{\mathrm{KL}}[q(z|x)\,||\,p(z)] \le \log p(x)`,
  ],
  [
    true,
    String.raw`\mathbb{E}_{x\sim p}[f(x)] = \mathbb{E}_{x\sim q}\left[\frac{p(x)}{q(x)}f(x)\right]`,
  ],
  [
    false,
    String.raw`\mathbb{E}_{x\sim p}[f(x)] = \mathbb{E}_{x\sim q}\left[\frac{q(x)}{p(x)}f(x)\right]`,
  ],
  [
    true,
    String.raw`\min_G \max_D V(D,G) = \mathbb{E}_{x\sim p_{\text{data}}(x)}[\log D(x)] + \mathbb{E}_{z\sim p_z(z)}[\log(1-D(G(z)))]`,
  ],
  [
    true,
    String.raw`D^*_G(\boldsymbol{x}) = \frac{p_{data}(\boldsymbol{x})}{p_{data}(\boldsymbol{x}) + p_g(\boldsymbol{x})}`,
  ],
  [
    true,
    String.raw`\begin{aligned} C(G) &= \mathbb{E}_{x\sim p_{data}}\left[\log\frac{p_{data}(x)}{p_{data}(x)+p_g(x)}\right] + \mathbb{E}_{x\sim p_g}\left[\log\frac{p_g(x)}{p_{data}(x)+p_g(x)}\right] \\ &= -\log(4) + KL\left(p_{data}\middle\|\frac{p_{data}+p_g}{2}\right) + KL\left(p_g\middle\|\frac{p_{data}+p_g}{2}\right) \\ &= -\log(4) + 2\cdot JSD(p_{data}\|p_g) \end{aligned}`,
  ],
  [
    true,
    String.raw`JS(P\|Q) = \frac{1}{2}KL\left(P\,\bigg\|\,\frac{P+Q}{2}\right)+\frac{1}{2}KL\left(Q\,\bigg\|\,\frac{P+Q}{2}\right)`,
  ],
  [true, String.raw`0 \le JS(P\|Q) \le \log 2`],
  [true, String.raw`D_{JS}(p\|q) = H\!\left(\frac{p+q}{2}\right) - \frac{H(p)+H(q)}{2}`],
  [false, String.raw`D_{JS}(p\|q) = \frac{H(p)+H(q)}{2} - H\!\left(\frac{p+q}{2}\right)`],
  [true, String.raw`D_f(P\|Q) = \int q(x) f\left(\frac{p(x)}{q(x)}\right) dx`],
  [
    true,
    String.raw`D_f(P\|Q) = \mathbb{E}_{Q}\left[f\left(\frac{dP}{dQ}\right)\right] \ge f\left(\mathbb{E}_Q\left[\frac{dP}{dQ}\right]\right) = f(1) = 0`,
  ],
  [
    true,
    String.raw`D_f(P\|Q) \ge \sup_{T\in\mathcal{T}} \left(\mathbb{E}_{x\sim P}[T(x)] - \mathbb{E}_{x\sim Q}[f^*(T(x))]\right)`,
  ],
  [
    true,
    String.raw`\chi^2(P\|Q) = \int \frac{(p(x)-q(x))^2}{q(x)}dx = \int \frac{p(x)^2}{q(x)}dx - 1`,
  ],
  [true, String.raw`D_{KL}(P\|Q) \le \log(1+\chi^2(P\|Q)) \le \chi^2(P\|Q)`],
  [true, String.raw`TV(P,Q) = \frac12\int|p(x)-q(x)|\,dx = \sup_{A}|P(A)-Q(A)|`],
  [
    true,
    String.raw`H^2(P,Q) = \frac{1}{2}\int\left(\sqrt{p(x)}-\sqrt{q(x)}\right)^2dx = 1-\int\sqrt{p(x)q(x)}dx`,
  ],
  [true, String.raw`\delta(P,Q) \le \sqrt{\frac{1}{2}D_{\mathrm{KL}}(P\parallel Q)}`],
  [true, String.raw`\|P-Q\|_{TV} \le \sqrt{\tfrac{1}{2}D(P\|Q)}`],
  [false, String.raw`\mathrm{TV}(P,Q) \le \frac{1}{2}\mathrm{KL}(P\|Q)`],
  [true, String.raw`D_{KL}(P\|Q)\ge 2\,\mathrm{TV}(P,Q)^2`],
  [true, String.raw`\mathrm{TV}(P,Q) \le \sqrt{1-e^{-D_{KL}(P\|Q)}}`],
  [true, String.raw`I(X;Y) = \sum_{x}\sum_{y}p(x,y)\log\frac{p(x,y)}{p(x)p(y)}`],
  [
    true,
    String.raw`\begin{align} I(X;Y) &= H(X) - H(X\mid Y) \\ &= H(Y) - H(Y\mid X) \\ &= H(X) + H(Y) - H(X,Y) \end{align}`,
  ],
  [true, String.raw`H(X,Y) = H(X) + H(Y|X) \leq H(X) + H(Y)`],
  [false, String.raw`I(X;Y) = H(X) + H(Y|X)`],
  [true, String.raw`H(X|Y) = -\sum_{x,y}p(x,y)\log p(x|y)`],
  [true, String.raw`H(X) = -\sum_{i=1}^{n} p(x_i)\log_2 p(x_i)`],
  [true, String.raw`H(p) = -p\log p - (1-p)\log(1-p)`],
  [true, String.raw`h(X) = \frac12\log(2\pi e\sigma^2)`],
  [true, String.raw`h(\mathcal{N}(\mu,\sigma^2)) = \frac{1}{2}\ln(2\pi e\sigma^2)`],
  [true, String.raw`H(P) = \log n - D_{KL}(P\|U)`],
  [true, String.raw`H(p,q) = -\sum_x p(x)\log q(x) = H(p) + D_{KL}(p\|q)`],
  [true, String.raw`\mathrm{CE}(y,\hat y) = -\sum_{k=1}^K y_k\log\hat y_k`],
  [true, String.raw`\mathcal{L}_{BCE} = -\left[y\log\hat{y} + (1-y)\log(1-\hat{y})\right]`],
  [false, String.raw`H(p,q) = H(q) + D_{KL}(p\|q)`],
  [true, String.raw`\nabla_{\theta} D_{KL}(p\|q_\theta) = \nabla_\theta H(p,q_\theta)`],
  [
    true,
    String.raw`\frac{\partial}{\partial z_i}\left(-\sum_k y_k\log\frac{e^{z_k}}{\sum_j e^{z_j}}\right) = \frac{e^{z_i}}{\sum_j e^{z_j}} - y_i`,
  ],
  [true, String.raw`\mathrm{softmax}(z)_i = \frac{\exp(z_i)}{\sum_{j=1}^K \exp(z_j)}`],
  [true, String.raw`q'(k) = (1-\epsilon)\delta_{k,y} + \frac{\epsilon}{K}`],
  [true, String.raw`q_i = \frac{\exp(z_i/T)}{\sum_j\exp(z_j/T)}`],
  [true, String.raw`-\sum_i p_i\log p_i \le -\sum_i p_i\log q_i`],
  [true, String.raw`\sum_{i} p_i \ln\frac{p_i}{q_i} \geq 0`],
  [
    true,
    String.raw`-D_{KL}(p\|q) = \sum_x p(x)\log\frac{q(x)}{p(x)} \le \log\sum_x p(x)\frac{q(x)}{p(x)} = \log\sum_x q(x) \leq \log 1 = 0`,
  ],
  [true, String.raw`\log\mathbb{E}[X] \ge \mathbb{E}[\log X]`],
  [true, String.raw`f(\lambda x_1+(1-\lambda)x_2) \le \lambda f(x_1)+(1-\lambda)f(x_2)`],
  [true, String.raw`\ln x \le x-1`],
  [false, String.raw`\mathbb{E}[\log X] \geq \log\mathbb{E}[X]`],
  [
    true,
    String.raw`\sum_{i=1}^n a_i\log\frac{a_i}{b_i} \ge \left(\sum_{i=1}^n a_i\right)\log\frac{\sum_{i=1}^n a_i}{\sum_{i=1}^n b_i}`,
  ],
  [
    true,
    String.raw`D_{KL}(P\|Q) = \sup_{T:\Omega\to\mathbb{R}} \mathbb{E}_P[T] - \log(\mathbb{E}_Q[e^T])`,
  ],
  [
    true,
    String.raw`D_{KL}(P\,\|\,Q) \geq \mathbb{E}_{P}[f(X)] - \log \mathbb{E}_Q\left[e^{f(X)}\right]`,
  ],
  [false, String.raw`D_{KL}(P\|Q) \le \mathbb{E}_{P}[T] - \log \mathbb{E}_Q[e^{T}]`],
  [true, String.raw`D_{KL}(P\|Q) \ge \mathbb{E}_P[T(x)] - \mathbb{E}_Q[e^{T(x)-1}]`],
  [
    true,
    String.raw`\arg\min_\theta D_{KL}(p_{data}\|p_\theta) = \arg\min_\theta \left(-H(p_{data}) - \mathbb{E}_{p_{data}}[\log p_\theta(x)]\right) = \arg\max_\theta\mathbb{E}_{p_{data}}[\log p_\theta(x)]`,
  ],
  [true, String.raw`\mathbb{E}_{x\sim p_\theta}\left[\nabla_\theta\log p_\theta(x)\right] = 0`],
  [
    true,
    String.raw`\int p_\theta(x)\nabla_\theta\log p_\theta(x)dx = \int\nabla_\theta p_\theta(x)dx = \nabla_\theta\int p_\theta(x)dx = \nabla_\theta 1 = 0`,
  ],
  [
    true,
    String.raw`I(\theta) = \mathbb{E}\left[\left(\frac{\partial}{\partial\theta}\log p(x;\theta)\right)^2\right] = -\mathbb{E}\left[\frac{\partial^2}{\partial\theta^2}\log p(x;\theta)\right]`,
  ],
  [
    true,
    String.raw`F = \mathbb{E}_{x \sim p_\theta}\left[\nabla_\theta \log p_\theta(x)\,\nabla_\theta \log p_\theta(x)^\top\right]`,
  ],
  [
    true,
    String.raw`\nabla_\theta\mathbb{E}_{x\sim p_\theta}[f(x)] = \mathbb{E}_{x\sim p_\theta}[f(x)\nabla_\theta\log p_\theta(x)]`,
  ],
  [true, String.raw`\theta_{t+1} = \theta_t - \eta F^{-1}\nabla_\theta L(\theta)`],
  [true, String.raw`Q(\theta|\theta^{(t)}) = \mathbb{E}_{Z|X,\theta^{(t)}}[\log p(X,Z|\theta)]`],
  [
    true,
    String.raw`\log p(x|\theta) = \sum_z q(z)\log\frac{p(x,z|\theta)}{q(z)} + \sum_z q(z)\log\frac{q(z)}{p(z|x,\theta)}`,
  ],
  [
    true,
    String.raw`\sum_{i}\log\sum_{z}p(x_i,z;\theta) = \sum_i\log\sum_z q(z)\frac{p(x_i,z;\theta)}{q(z)} \ge \sum_i\sum_z q(z)\log\frac{p(x_i,z;\theta)}{q(z)}`,
  ],
  [true, String.raw`p(x|\theta) = \frac{p(x,z|\theta)}{p(z|x,\theta)}`],
  [true, String.raw`p(z|x) = \frac{p(x|z)p(z)}{p(x)} \propto p(x|z)p(z)`],
  [
    true,
    String.raw`\pi_r(y|x) = \frac{1}{Z(x)}\pi_{ref}(y|x)\exp\left(\frac{1}{\beta}r(x,y)\right), \quad Z(x) = \sum_y\pi_{ref}(y|x)\exp\left(\frac1\beta r(x,y)\right)`,
  ],
  [true, String.raw`r(x,y) = \beta\log\frac{\pi_r(y|x)}{\pi_{ref}(y|x)} + \beta\log Z(x)`],
  [
    true,
    String.raw`p^*(y_1\succ y_2|x) = \frac{\exp(r^*(x,y_1))}{\exp(r^*(x,y_1))+\exp(r^*(x,y_2))} = \sigma(r^*(x,y_1)-r^*(x,y_2))`,
  ],
  [true, String.raw`r_t(\theta) = \frac{\pi_\theta(a_t|s_t)}{\pi_{\theta_{old}}(a_t|s_t)}`],
  [
    true,
    String.raw`\mathbb{D}_{KL}[\pi_\theta\|\pi_{ref}] = \mathbb{E}_{x \sim \pi_\theta}\left[\frac{\pi_{ref}(x)}{\pi_\theta(x)} - \log\frac{\pi_{ref}(x)}{\pi_\theta(x)} - 1\right]`,
  ],
  [
    true,
    String.raw`\mathbb{E}_{x\sim q}\left[(r-1)-\log r\right] = KL(q\|p), \quad r = \frac{p(x)}{q(x)}`,
  ],
  [
    true,
    String.raw`p^*(x) = \frac{1}{Z(\lambda)}\exp\left(\lambda f(x)\right),\quad Z(\lambda)=\sum_x e^{\lambda f(x)}`,
  ],
  [
    true,
    String.raw`\frac{\partial\log Z(\lambda)}{\partial\lambda} = \mathbb{E}_{p_\lambda}[f(x)]`,
  ],
  [true, String.raw`p(x|\eta) = h(x)\exp\{\eta^\top T(x)-A(\eta)\}`],
  [
    true,
    String.raw`D_{KL}(p_{\eta_1}\|p_{\eta_2}) = A(\eta_2)-A(\eta_1)-(\eta_2-\eta_1)A'(\eta_1)`,
  ],
  [true, String.raw`B_F(p,q) = F(p)-F(q)-\langle\nabla F(q),p-q\rangle`],
  [true, String.raw`D_F(p\|q) = F(p) - F(q) - F'(q)(p-q) \ge 0`],
  [true, String.raw`\lim_{\alpha\to1}D_\alpha(P\|Q) = D_{KL}(P\|Q)`],
  [true, String.raw`H_\alpha(X) = \frac{1}{1-\alpha}\log\sum_{i=1}^n p_i^\alpha`],
  [false, String.raw`\lim_{x\to 0^+}x\ln x = 1`],
  [true, String.raw`\lim_{n\to\infty}\frac1n\log P_n(E) = -\min_{P\in E}D(P\|Q)`],
  [true, String.raw`D(a\|p) = a\log\frac{a}{p}+(1-a)\log\frac{1-a}{1-p}`],
  [true, String.raw`D(p\|q) = p\log\frac{p}{q} + (1-p)\log\frac{1-p}{1-q} \ge 2(p-q)^2`],
  [true, String.raw`\beta_n \doteq e^{-nD(P_0\|P_1)}`],
  [true, String.raw`C(P,Q) = -\min_{0\le\lambda\le1}\log\sum_x P(x)^\lambda Q(x)^{1-\lambda}`],
  [
    true,
    String.raw`KL(p,q) = \log\frac{\sigma_2}{\sigma_1}+\frac{\sigma_1^2+(\mu_1-\mu_2)^2}{2\sigma_2^2}-\frac{1}{2}`,
  ],
  [
    true,
    String.raw`D_{KL}(\mathcal N(\mu_1,\sigma_1^2)\|\mathcal N(\mu_2,\sigma_2^2)) = \ln\frac{\sigma_2}{\sigma_1}+\frac{\sigma_1^2+(\mu_1-\mu_2)^2}{2\sigma_2^2}-\frac12`,
  ],
  [
    false,
    String.raw`D_{KL}(\mathcal N(\mu_1,\sigma_1^2)\|\mathcal N(\mu_2,\sigma_2^2)) = \ln\frac{\sigma_1}{\sigma_2}+\frac{\sigma_1^2+(\mu_1-\mu_2)^2}{2\sigma_2^2}-\frac12`,
  ],
  [
    true,
    String.raw`\mathrm{KL}(\mathrm{Bern}(p)\|\mathrm{Bern}(q)) = p\log\frac pq+(1-p)\log\frac{1-p}{1-q}`,
  ],
  [
    true,
    String.raw`D_{KL}(P\|Q)\triangleq\sum_{x\in\mathcal{X}}P(x)\log\left(\frac{P(x)}{Q(x)}\right)`,
  ],
  [
    true,
    String.raw`D_{\text{KL}}(P \parallel Q) = -\sum_{x\in\mathcal{X}} P(x)\log\left(\frac{Q(x)}{P(x)}\right)`,
  ],
  [false, String.raw`D_{KL}(P\|Q) = D_{KL}(Q\|P)`],
  [
    true,
    String.raw`\text{其中}\quad D_{KL}(P\|Q)=\underbrace{H(P,Q)}_{\text{交叉熵}}-\underbrace{H(P)}_{\text{熵}} \tag{3}`,
  ],
  [
    true,
    String.raw`\begin{align*} D_{KL}(P||Q) &= \sum_x P(x)\log P(x) - \sum_x P(x)\log Q(x) \nonumber\\ &\overset{(a)}{=} H(P,Q)-H(P)\label{eq:kl}\\ &\stackrel{(b)}{\ge} 0. \end{align*}`,
  ],
  [
    true,
    String.raw`D_{KL}(P\Vert Q) \overset{\text{def}}{=} \mathop{\mathbb{E}}_{x\sim P}\Big[\log\frac{P(x)}{Q(x)}\Big].`,
  ],
  [
    true,
    String.raw`\operatorname{D}_{\operatorname{KL}}\left(P\mathrel{\Vert}Q\right)\geqslant0,\quad\text{当且仅当 }P=Q\text{ 时取等号}`,
  ],
  [true, String.raw`J(P,Q) = D(P\|Q)+D(Q\|P) = \int(p(x)-q(x))\log\frac{p(x)}{q(x)}dx`],
  [
    true,
    String.raw`W(P_r,P_g)=\sup_{\|f\|_L\le1}\mathbb{E}_{x\sim P_r}[f(x)]-\mathbb{E}_{x\sim P_g}[f(x)]`,
  ],
  [true, String.raw`\mathrm{Var}(X) = \mathbb{E}[X^2]-(\mathbb{E}[X])^2`],
  [
    true,
    String.raw`\text{Reverse KL: } D_{KL}(q_\theta\|p) = \mathbb{E}_{x\sim q_\theta}\left[\log\frac{q_\theta(x)}{p(x)}\right]`,
  ],
  [true, String.raw`H_2(P) = H_e(P)/\ln 2`],
  [true, String.raw`\mathrm{PPL}(P) = 2^{H(P)}`],
  [true, String.raw`H(Y|X)=\sum_x p(x)H(Y|X=x)`],
];
