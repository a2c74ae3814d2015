import type { Locale } from "../../words/locale";

/** One step in the history of relative entropy, with the paper that took it. */
export interface HistoricEvent {
  readonly year: number;
  readonly what: string;
  readonly reference: string;
}

const papers = {
  kullback:
    "S. Kullback, R. A. Leibler. On Information and Sufficiency. Ann. Math. Statist. 22(1), 79–86 (1951)",
  attias:
    "H. Attias. A Variational Bayesian Framework for Graphical Models. NIPS 12, 209–215 (2000)",
  kingma: "D. P. Kingma, M. Welling. Auto-Encoding Variational Bayes. arXiv:1312.6114 (2013)",
  hu: "Z. Hu, Z. Yang, R. Salakhutdinov, E. P. Xing. On Unifying Deep Generative Models. arXiv:1706.00550 (2017)",
  wang: "S. Wang, Y. Qian, K. Yu. Focal KL-Divergence Based Dilated Convolutional Neural Networks for Co-Channel Speaker Identification. ICASSP (2018)",
} as const;

/** The source article's history, corrected where its errata say so. */
export const historicEvents: Readonly<Record<Locale, readonly HistoricEvent[]>> = {
  "zh-CN": [
    { year: 1951, what: "Kullback与Leibler：为区分假设而设的平均信息", reference: papers.kullback },
    { year: 2000, what: "Attias：图模型的变分贝叶斯框架", reference: papers.attias },
    { year: 2013, what: "Kingma与Welling：变分自编码器（VAE）", reference: papers.kingma },
    { year: 2017, what: "Hu等：用两个方向的KL统一GAN与VAE", reference: papers.hu },
    { year: 2018, what: "Wang、Qian、Yu：难样本加权的Focal-KLD", reference: papers.wang },
  ],
  en: [
    {
      year: 1951,
      what: "Kullback and Leibler: mean information for discrimination",
      reference: papers.kullback,
    },
    {
      year: 2000,
      what: "Attias: variational Bayes for graphical models",
      reference: papers.attias,
    },
    {
      year: 2013,
      what: "Kingma and Welling: the variational autoencoder",
      reference: papers.kingma,
    },
    {
      year: 2017,
      what: "Hu et al.: GAN and VAE as KLs in opposite directions",
      reference: papers.hu,
    },
    {
      year: 2018,
      what: "Wang, Qian and Yu: Focal-KLD, hard samples weigh more",
      reference: papers.wang,
    },
  ],
};
